"""The words that tell what happened, who speaks and how sure it is.

Categories follow INTERFACES (ACLED's event types, our own wording); weights are relative: 3 names a
happening by itself, 2 usually does, 1 needs company.
"""

from __future__ import annotations

from typing import NamedTuple

from geodata.records import Category


class Trigger(NamedTuple):
    """What a word says happened, and how strongly."""

    category: Category
    weight: float


_TABLE: dict[tuple[Category, int], str] = {
    ("shelling", 3): """
        shelled shelling shellings bombarded bombardment bombardments bombed bombing bombings
        airstrike airstrikes cluster phosphorus warhead warheads""",
    ("shelling", 2): """
        strike strikes struck missile missiles rocket rockets shells artillery drone drones bombs
        explosions explosion blast blasts mortar mortars raid raids raided salvo fired shell bomb
        barrage sirens intercepted""",
    ("combat", 3): """
        clashed clashes ambush ambushed firefight battle battles offensive counteroffensive
        skirmish skirmishes stormed assault assaulted repelled thwarted incursion shootout""",
    ("combat", 2): """
        fighting fight fought attack attacks attacked attacking advanced advancing advances combat
        closing besieged siege invaded invasion retreated routed hostilities gunfire clash
        encircled push pushed firing nearing outskirts repulsed skirmishing operation""",
    ("territorial", 3): """
        captured capture capturing recaptured recapture seized seize retook reclaimed reclaim ceded
        ceding liberated annexed handover overran conquered reoccupied dissolved dissolution
        regained retaken""",
    ("territorial", 2): """
        controlled withdraw withdrawal withdrew withdrawn vacate vacated gains fallen fell
        returned return took taken takes entered seizure advance pullout
        checkpoint demarcation delimitation hoisted raised leave lost loss
        pass passed advancing follow""",
    ("ceasefire", 3): """
        ceasefire ceasefires cease-fire truce truces armistice peacefire""",
    ("ceasefire", 2): """
        pact peace agreement deal declaration accord cessation halted ended""",
    ("diplomacy", 3): """
        summit talks negotiations negotiated met meeting meetings mediated mediators memorandum
        visited visit visits delegation delegations ambassador recalled treaty ratified
        envoy envoys resolution recognised recognized negotiate brokered hosted hosts
        condemned sanctions sanctioned""",
    ("diplomacy", 2): """
        phone spoke discussed discuss signed sign hold held agreed agree bilateral trilateral
        tripartite consultations proposal initialled withdrew-from co-chairs
        adopted voted vote appeal appealed apologised
        apologized letter telephone telephoned agreement """,
    ("deployment", 3): """
        deployed deployment deployments deploy peacekeepers peacekeeping mobilisation mobilization
        reinforcements outpost outposts peacekeeper mobilised mobilized garrison monitors
        observers""",
    ("deployment", 2): """
        convoy patrol patrols patrolling arrived martial
        defenses defences monitoring entered curfew curfews exercises
        drills stationed operational         established checkpoint""",
    ("humanitarian", 3): """
        refugees refugee displaced evacuated evacuation evacuating fled flee fleeing exodus aid
        humanitarian prisoners bodies remains captives hostages starvation demining deminers
        blockade blockaded repatriated resettled returnees landmine landmines famine""",
    ("humanitarian", 2): """
        burn burned burning burnt shelter sheltering exchanged exchange
        leaving wounded mine mines cemetery missing medicine electricity
        destroyed released freed handed flee""",
    ("protest", 3): """
        protest protests protested protesters protestors demonstrators demonstration demonstrations
        rally rallies rallied demonstrated riot riots coup unrest marched""",
    ("protest", 2): """
        resign resigned resignation impeachment election elections elected abandoned
        crowds celebrated celebrations celebrating coalition
        traitor detained arrested quit stepped sworn""",
    ("combat", 1): """
        broke broken violated violation violations breached breach""",
    ("deployment", 1): """
        troops soldiers forces base centre center servicemen flights posts mis
        sion set moved closed opened launched opening""",
    ("humanitarian", 1): """
        civilians homes houses residents left hospital hospitals food gas supplies queue queues""",
    ("protest", 1): """
        parliament government opposition crowd""",
    ("territorial", 1): """
        villages territories control hands flag deadline""",
    ("diplomacy", 1): """
        reach reached
        asked requested invited call published conference session leaders ministers""",
    ("incident", 3): """
        downed crashed crash assassinated assassination kidnapped abducted hijacked beaten
        beheaded poisoned sabotage sinking sank collapsed stabbed""",
    ("incident", 2): """
        shot explosion arrested arrest arrests detained accident incident killed kill wounded
        injured sentenced convicted charged fire shooting raid trapped crossing hospitalised
        hospitalized executed murder murdered trial died exploded blocked blocking hurt damaged
        damage wreckage hit plot""",
}
TRIGGERS: dict[str, tuple[Trigger, ...]] = {}
for (_category, _weight), _words in _TABLE.items():
    for _word in _words.split():
        TRIGGERS[_word] = (*TRIGGERS.get(_word, ()), Trigger(_category, float(_weight)))

# Two words that together name a happening better than each does.
PAIRS: dict[tuple[str, str], Trigger] = {
    ("shot", "down"): Trigger("incident", 4),
    ("shoot", "down"): Trigger("incident", 4),
    ("missile", "strike"): Trigger("shelling", 4),
    ("missile", "strikes"): Trigger("shelling", 4),
    ("rocket", "attack"): Trigger("shelling", 4),
    ("rocket", "fire"): Trigger("shelling", 4),
    ("air", "strike"): Trigger("shelling", 4),
    ("air", "strikes"): Trigger("shelling", 4),
    ("drone", "strike"): Trigger("shelling", 4),
    ("cluster", "munitions"): Trigger("shelling", 3),
    ("took", "control"): Trigger("territorial", 4),
    ("taken", "control"): Trigger("territorial", 4),
    ("take", "control"): Trigger("territorial", 4),
    ("gained", "control"): Trigger("territorial", 4),
    ("gain", "control"): Trigger("territorial", 4),
    ("taking", "control"): Trigger("territorial", 4),
    ("their", "control"): Trigger("territorial", 2),
    ("our", "control"): Trigger("territorial", 2),
    ("full", "control"): Trigger("territorial", 3),
    ("handed", "over"): Trigger("humanitarian", 2),
    ("peace", "deal"): Trigger("ceasefire", 3),
    ("peace", "agreement"): Trigger("ceasefire", 3),
    ("peace", "declaration"): Trigger("ceasefire", 3),
    ("peace", "treaty"): Trigger("diplomacy", 3),
    ("peace", "talks"): Trigger("diplomacy", 4),
    ("phone", "call"): Trigger("diplomacy", 4),
    ("martial", "law"): Trigger("deployment", 4),
    ("observation", "posts"): Trigger("deployment", 4),
    ("peacekeeping", "forces"): Trigger("deployment", 4),
    ("state", "visit"): Trigger("diplomacy", 4),
    ("joint", "statement"): Trigger("diplomacy", 2),
    ("prisoners", "of"): Trigger("humanitarian", 3),
    ("terror", "attack"): Trigger("incident", 4),
    ("suicide", "bombing"): Trigger("incident", 4),
    ("car", "bomb"): Trigger("incident", 4),
    ("chemical", "attack"): Trigger("shelling", 4),
    ("chemical", "weapons"): Trigger("shelling", 1),
    ("security", "council"): Trigger("diplomacy", 1),
}
TELLING = frozenset(TRIGGERS) | {first for first, _ in PAIRS}
# Nouns that name a happening known already: by themselves, after "the", they report nothing new.
KNOWN = frozenset(
    """
    ceasefire truce deal agreement pact declaration accord peace war conflict fighting hostilities
    peacekeepers peacekeeping troops soldiers forces territories government parliament opposition
    control civilians base houses homes residents refugees prisoners ministers leaders offensive
    posts center centre monitoring deadline attacks attack checkpoint negotiations talks elections
    resolution treaty refugee bodies villages shells missiles drones artillery rockets blockade
    """.split()
)
# Verbs by which a ceasefire or an agreement is news again.
RENEWING = frozenset(
    """
    hold holds held holding continued continues struck signed collapsed broken broke violated
    violation violations failed agreed announced appeared extended began begins started remains
    took effect ended entered brokered reached place prolonged concluded sealed resumed
    """.split()
)
FUTURE = frozenset("will shall 'll".split())
PLANNING = frozenset(
    """
    scheduled expected planned plans due set planning slated agreed arranged intends prepares
    invited ordered deadline postponed
    """.split()
)
HYPOTHETICAL = frozenset(
    """
    would could might should if unless whether may can must possible possibly potential potentially
    likely unlikely perhaps hypothetical
    """.split()
)
# After these, what follows has not happened: it is wanted, offered, feared or refused.
UNREAL = frozenset(
    """
    urged urge urges called calls call calling demanded demands demand pledged pledges pledge
    vowed vows threatened threatens threat threats warned warns warning offered offers offer
    proposed proposes seek seeks sought wants want wanted hopes hoped hope fears feared fear
    promised refused refuses prevent prevents preventing avoid ready willing against without halt
    no not never rejected ruled asked ask asks failed trying tried aims aimed plan risk need needs
    """.split()
)
BACKGROUND = frozenset(
    """
    since after following during amid despite before ahead because over against from like between
    throughout prior
    """.split()
)
SAYING = frozenset(
    """
    said says say told tells saying reported reports report reporting claimed claims claim
    claiming announced announces announcing confirmed confirms denied denies denying insisted
    insists acknowledged acknowledges admitted admits conceded accused accuses accusing stated
    added adds warned warns wrote writes tweeted declared argued argues noted alleged alleges
    rejected rejects dismissed dismisses described suggested pledged vowed blamed blames condemned
    welcomed urged estimated estimates explained praised called calls acknowledge posted disputed
    named listed counted showed promised put
    """.split()
)
CONFIRMING = frozenset(
    """
    confirmed confirms acknowledged acknowledges admitted admits conceded concedes verified
    acknowledge recognised
    """.split()
)
DENYING = frozenset(
    "denied denies denying rejected rejects dismissed dismisses refuted disputed disputes "
    "contradicted".split()
)
CLAIMING = frozenset(
    """
    put claimed claims claim claiming alleged alleges allegedly accused accuses accusing blamed
    blames purported purportedly insisted insists
    """.split()
)
# Who speaks, by words in the name: those with a stake, those who report, those who watch.
PARTY = frozenset(
    """
    ministry minister government president officials official authorities forces military army
    spokesman spokeswoman spokesperson leader ombudsman police prosecutor prosecutors mayor
    commander separatists separatist rebels militants kremlin parliament regime militia sdf
    administration command staff general embassy presidency cabinet service defence defense
    prosecutor's ambassador premier chancellor court taliban hamas hezbollah isis opposition
    """.split()
)
MEDIA = frozenset(
    """
    afp reuters tass ap bbc cnn media news newspaper outlet correspondent correspondents journalist
    journalists reporter reporters agency agencies interfax sputnik jazeera telegraph times post
    guardian television tv radio press kommersant meduza eurasianet civilnet newsweek rfe/rl
    reports broadcaster daily magazine rferl photographer photographers website
    """.split()
)
WATCHERS = frozenset(
    """
    un unicef unhcr amnesty observatory icrc osce monitors analysts analyst experts expert nations
    organisation organization charity ngo group watch researchers witnesses witness residents
    doctors msf aid commission commissioner observers institute
    """.split()
)
