// Days are whole numbers counted from 1 January 1970, as in the payload; no clock, no time zone.

export const MS_PER_DAY = 86400000;
export const NO_DAY = -0x80000000; // a day that is not known, in columns of days
const ENGLISH = {
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  day: (weekday, day) => `${weekday} ${day}`,
};

let calendar = ENGLISH;

/**
 * The names of the months and, from Sunday on, of the weekdays, and how a day is written with its
 * weekday. Written out by us: browsers do not know them in every language that we speak.
 */
export function speakDays(names = ENGLISH) {
  calendar = names;
}

/** The number of the month (0-11) of this name or abbreviation, in the language or in English. */
export function monthNamed(name) {
  const written = name.toLowerCase();
  for (const { months } of [calendar, ENGLISH]) {
    const at = months.findIndex((month) => written.startsWith(month.toLowerCase()));
    if (at >= 0) return at;
  }
  return null;
}

/** Year, month (0-11), day of the month and weekday (0 is Sunday) of a day. */
export function dayParts(day) {
  const time = new Date(day * MS_PER_DAY);
  return {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth(),
    date: time.getUTCDate(),
    weekday: time.getUTCDay(),
  };
}

/** "Fri 9 Oct 2020" */
export function dayText(day) {
  const { weekday } = dayParts(day);
  return calendar.day(calendar.weekdays[weekday], shortDay(day));
}

/** "9 Oct 2020" */
export function shortDay(day) {
  const { year, month, date } = dayParts(day);
  return `${date} ${calendar.months[month]} ${year}`;
}

/** "9 Oct 2020", or both ends without what they share: "27 Sep – 9 Nov 2020". */
export function intervalText(earliest, latest) {
  const from = dayParts(earliest);
  const to = dayParts(latest);
  const last = shortDay(latest);
  if (earliest === latest) return last;
  if (from.year !== to.year) return `${shortDay(earliest)} – ${last}`;
  if (from.month !== to.month) return `${from.date} ${calendar.months[from.month]} – ${last}`;
  return `${from.date}–${last}`;
}

/** "2020-10-09" */
export function isoDay(day) {
  const { year, month, date } = dayParts(day);
  const pad = (number, width) => String(number).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(date, 2)}`;
}

/** The day of "2020-10-09"; null for anything that is not a day of the calendar. */
export function parseDay(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? "");
  if (!match) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const day = time / MS_PER_DAY;
  return isoDay(day) === text ? day : null;
}
