/** The evaluation at work: six things seen on the site, four degrees; nothing about the person outside her work. */

/** Source: S0, job profile: "évaluation de la situation de travail"; the list is a choice of Guichet. */
export const evaluationCriteria = {
  punctuality: 'Assiduité et ponctualité',
  instructions: 'Comprend et suit les consignes',
  safety: 'Respecte la sécurité',
  quality: 'Soin et qualité du travail',
  autonomy: 'Autonomie',
  team: 'Travail en équipe',
} as const;

export type EvaluationCriterion = keyof typeof evaluationCriteria;

export const criteria = Object.keys(evaluationCriteria) as EvaluationCriterion[];

export const evaluationDegrees = {
  '1': 'À acquérir',
  '2': 'En cours',
  '3': 'Acquis',
  '4': 'Point fort',
} as const;

export type EvaluationDegree = keyof typeof evaluationDegrees;

export const degrees = Object.keys(evaluationDegrees) as [EvaluationDegree, ...EvaluationDegree[]];

export type Ratings = Partial<Record<EvaluationCriterion, EvaluationDegree>>;

/** Who sat at the table of a tripartite meeting. */
export const reportPresences = {
  person: 'La personne',
  company: 'L’entreprise',
  employer: 'La structure qui l’emploie',
  facilitator: 'La structure de facilitation',
  prescriber: 'Le prescripteur',
} as const;

export type ReportPresence = keyof typeof reportPresences;

export const presences = Object.keys(reportPresences) as [ReportPresence, ...ReportPresence[]];
