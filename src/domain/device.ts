/** Names a browser and its system in a few words a person recognises: "Firefox sur Windows". */

/** In this order: most browsers also claim to be the ones below them. */
const browsers: ReadonlyArray<[RegExp, string]> = [
  [/\bEdg(?:e|A|iOS)?\//u, 'Edge'],
  [/\bOPR\/|\bOpera\b/u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];

const systems: ReadonlyArray<[RegExp, string]> = [
  [/\bAndroid\b/u, 'Android'],
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/u, 'Mac'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\bLinux\b/u, 'Linux'],
];

/** What it says of itself is never believed, only shown: an unknown text gives neither its words nor its length. */
export function deviceLabel(userAgent: string | null | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  const browser = nameIn(browsers, text);
  const system = nameIn(systems, text);
  if (browser === null) return system === null ? 'Appareil inconnu' : `Navigateur sur ${system}`;
  return system === null ? browser : `${browser} sur ${system}`;
}

function nameIn(known: ReadonlyArray<[RegExp, string]>, text: string): string | null {
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
