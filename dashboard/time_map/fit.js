// Which part of the earth a view should show.

const KM_PER_DEGREE = 111.2;

const LEAST_SHARE = 0.75; // of the events that the densest part must hold

/**
 * The box {south, west, north, east} around the densest part of the events, and whatever lies
 * within half a box of it: a few events in capitals far away must not shrink the Caucasus to a
 * dot. `weights`: events per place; `price`: the share of the events that must be gained for a view
 * e times as wide, the smaller the screen the more. Null if there are no events.
 */
export function denseBounds(places, weights, price = 0.1) {
  const present = places
    .map((place, index) => ({ ...place, weight: weights[index] }))
    .filter(({ weight }) => weight > 0);
  if (!present.length) return null;
  const box = boundsOf(densest(present, price));
  return boundsOf(present.filter((place) => inside(place, widened(box))));
}

/** The places around the middle, as far out as more events are worth a wider view. */
function densest(places, price) {
  const middle = centre(places);
  const total = places.reduce((sum, { weight }) => sum + weight, 0);
  const sorted = places
    .map((place) => ({ ...place, distance: distanceKm(place, middle) }))
    .sort((one, other) => one.distance - other.distance);
  let best = { worth: -Infinity, size: 1 };
  let share = 0;
  sorted.forEach(({ weight, distance }, index) => {
    share += weight / total;
    const worth = share - price * Math.log(Math.max(NEAREST_KM, distance));
    if (share >= LEAST_SHARE && worth > best.worth) best = { worth, size: index + 1 };
  });
  return sorted.slice(0, best.size);
}

const NEAREST_KM = 20; // no view is worth being narrower than this

function centre(places) {
  return {
    latitude: weightedMedian(places, "latitude"),
    longitude: weightedMedian(places, "longitude"),
  };
}

function weightedMedian(places, key) {
  const sorted = [...places].sort((a, b) => a[key] - b[key]);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  return sorted.find((place) => (sum += place.weight) >= half)[key];
}

/** Kilometres between two places, good enough to rank them. */
export function distanceKm(a, b) {
  const north = (a.latitude - b.latitude) * KM_PER_DEGREE;
  const shrink = Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  return Math.hypot(north, (a.longitude - b.longitude) * KM_PER_DEGREE * shrink);
}

/** The box around places, districts whole. */
export function boundsOf(places) {
  return {
    south: Math.min(...places.map((place) => place.latitude - reachDegrees(place))),
    north: Math.max(...places.map((place) => place.latitude + reachDegrees(place))),
    west: Math.min(...places.map((place) => place.longitude - reachDegrees(place))),
    east: Math.max(...places.map((place) => place.longitude + reachDegrees(place))),
  };
}

// A district is shown whole; of a river, a sea or a continent the middle is enough.
function reachDegrees({ radius_km: radiusKm = 0 }) {
  return radiusKm > MOST_REACH_KM ? 0 : radiusKm / KM_PER_DEGREE;
}

const MOST_REACH_KM = 60;

function widened({ south, west, north, east }) {
  const high = Math.max(0.5, north - south) / 2;
  const wide = Math.max(0.5, east - west) / 2;
  return { south: south - high, north: north + high, west: west - wide, east: east + wide };
}

function inside({ latitude, longitude }, { south, west, north, east }) {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}
