// The quiet map under the loud events, in two themes.

export const THEMES = {
  light: {
    land: "#F4F3EF",
    green: "#EAECE2",
    water: "#DFE7EB",
    shore: "#BCC8CF",
    river: "#C3D2DA",
    border: "#A7A297",
    admin: "#DDD9CE",
    disputed: "#8D877A",
    label: "#5A5E63",
    strong: "#1F2327",
    waterLabel: "#5F7885",
    surface: "#FFFFFF",
    ink: "#16191C",
    ghost: "#8A9097",
  },
  dark: {
    land: "#1B1E22",
    green: "#1E2422",
    water: "#12161A",
    shore: "#39424B",
    river: "#2A343D",
    border: "#5A626B",
    admin: "#2B3036",
    disputed: "#7C8590",
    label: "#9AA2AB",
    strong: "#ECEFF2",
    waterLabel: "#70889A",
    surface: "#0F1114",
    ink: "#F4F6F8",
    ghost: "#717983",
  },
};

export function themeOf(dark) {
  return dark ? THEMES.dark : THEMES.light;
}

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21, as WCAG 2 computes it. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** White or black, whichever is read better on the colour. */
export function textOn(colour) {
  return contrast(colour, "#FFFFFF") >= contrast(colour, "#000000") ? "#FFFFFF" : "#000000";
}
