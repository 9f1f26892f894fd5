/** The rights of the three doors by which a month is declared. */
export const byLink = { permission: 'hours.declare', link: 'declaration' } as const;
export const byAccount = { permission: 'hours.declare' } as const;
export const inPlace = { permission: 'hours.enter' } as const;
