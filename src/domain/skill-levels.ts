/** How well something is known, in words that a person and an employer read the same way. */

/** Choice of Guichet: four steps, from shown to shows; none is a school level. */
export const skillLevels = {
  discovered: 'Découvert',
  helped: 'Avec de l’aide',
  alone: 'En autonomie',
  teaches: 'Peut montrer à d’autres',
} as const;

export type SkillLevel = keyof typeof skillLevels;

export const skillLevelCodes = Object.keys(skillLevels) as [SkillLevel, ...SkillLevel[]];
