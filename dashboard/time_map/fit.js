// Which part of the earth a view should show.

const KM_PER_DEGREE = 111.2;

/**
 * The box {south, west, north, east} around the densest `share` of the events, and whatever lies
 * within half a box of it: one event in Washington must not shrink the Caucasus to a dot.
 * `weights`: events per place. Null if there are none.
 */
export function denseBounds(places, weights, share = 0.9) {
  const weighted = places.map((place, index) => ({ ...place, weight: weights[index] }));
  const present = weighted.filter(({ weight }) => weight > 0);
  if (!present.length) return null;
  const box = boundsOf(nearest(present, centre(present), share));
  return boundsOf(present.filter((place) => inside(place, widened(box))));
}

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

function nearest(places, middle, share) {
  const total = places.reduce((sum, { weight }) => sum + weight, 0);
  const sorted = [...places].sort((a, b) => distanceKm(a, middle) - distanceKm(b, middle));
  let sum = 0;
  return sorted.filter(({ weight }) => {
    const take = sum < share * total;
    sum += weight;
    return take;
  });
}

/** Kilometres between two places, good enough to rank them. */
export function distanceKm(a, b) {
  const north = (a.latitude - b.latitude) * KM_PER_DEGREE;
  const shrink = Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  return Math.hypot(north, (a.longitude - b.longitude) * KM_PER_DEGREE * shrink);
}

function boundsOf(places) {
  return {
    south: Math.min(...places.map(({ latitude }) => latitude)),
    north: Math.max(...places.map(({ latitude }) => latitude)),
    west: Math.min(...places.map(({ longitude }) => longitude)),
    east: Math.max(...places.map(({ longitude }) => longitude)),
  };
}

function widened({ south, west, north, east }) {
  const high = Math.max(0.5, north - south) / 2;
  const wide = Math.max(0.5, east - west) / 2;
  return { south: south - high, north: north + high, west: west - wide, east: east + wide };
}

function inside({ latitude, longitude }, { south, west, north, east }) {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}
