/** Driving licences a post may ask for (directive 2006/126/CE, categories met on building sites and rounds). */

export const licences = ['AM', 'A', 'B', 'BE', 'C', 'CE', 'D'] as const;

/** '' when none is asked. */
export type Licence = '' | (typeof licences)[number];
