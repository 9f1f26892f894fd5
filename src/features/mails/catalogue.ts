/** Every letter the product writes, by the code it is posted with. */
import type { Template } from './template.ts';
import { agreementTemplates } from './templates-agreements.ts';
import { accountTemplates } from './templates-account.ts';
import { hoursTemplates } from './templates-hours.ts';
import { lotTemplates } from './templates-lots.ts';
import { organisationTemplates } from './templates-organisation.ts';
import { privacyTemplates } from './templates-privacy.ts';
import { referralTemplates } from './templates-referrals.ts';
import { placementTemplates } from './templates-placements.ts';
import { pathwayTemplates } from './templates-pathway.ts';

export const templates = {
  ...accountTemplates,
  ...organisationTemplates,
  ...hoursTemplates,
  ...agreementTemplates,
  ...lotTemplates,
  ...pathwayTemplates,
  ...placementTemplates,
  ...privacyTemplates,
  ...referralTemplates,
};

export type TemplateCode = keyof typeof templates;

export function templateOf(code: string): Template | null {
  return isTemplateCode(code) ? templates[code] : null;
}

/** What a list shows for a letter; an unknown code is shown as it is. */
export function titleOf(code: string): string {
  return templateOf(code)?.subject ?? code;
}

function isTemplateCode(code: string): code is TemplateCode {
  return Object.hasOwn(templates, code);
}
