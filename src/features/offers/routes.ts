/** Needs: the company's job sheets, their spread to prescribers, and what prescribers answer; by account and by link. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { repairRoutes } from '#http/link-repair.tsx';
import { answerByLink, answerPost } from './answer-need.ts';
import { drawEditOffer, drawNewOffer } from './form-page.tsx';
import {
  answerNeedInput,
  audienceInput,
  editOfferInput,
  linkAnswerInput,
  linkMoveInput,
  linkOfferInput,
  moveOfferInput,
  newOfferInput,
  spreadInput,
} from './input.ts';
import { drawLinkOffers } from './link-list-page.tsx';
import { createByLink, moveByLink } from './link-move.ts';
import { drawOffers } from './list-page.tsx';
import { drawNeed } from './need-link-page.tsx';
import { needRepair } from './need-repair.ts';
import { drawOffer } from './offer-page.tsx';
import { drawPost } from './post-page.tsx';
import { drawPosts } from './posts-page.tsx';
import { drawAudience, drawSpread } from './spread-page.tsx';
import { chooseAudience, spreadOffer } from './spread.ts';
import { createOffer, editOffer } from './write-offer.ts';
import { moveOffer } from './move-offer.ts';

const write = { permission: 'offer.write' } as const;
const spread = { permission: 'offer.spread' } as const;
const answer = { permission: 'need.answer' } as const;
const byCompany = { ...write, link: 'declaration' } as const;
const byPrescriber = { ...answer, link: 'need' } as const;

const linkList = (token: string | undefined, done: string) =>
  `/declarer/${encodeURIComponent(token ?? '')}/postes?fait=${done}`;

export const offerRoutes: Route[] = [
  page({ path: '/besoins', permission: 'offer.read', throttle: 'search', view: drawOffers }),
  page({ path: '/besoins/nouveau', ...write, view: drawNewOffer }),
  action({
    path: '/besoins/nouveau',
    ...write,
    input: newOfferInput,
    story: createOffer,
    afterwards: ({ id, title }) => ({ to: `/besoins/${id}`, say: `Poste «\u00A0${title}\u00A0» ouvert.` }),
    page: drawNewOffer,
  }),
  page({ path: '/besoins/prescripteurs', ...spread, view: drawAudience }),
  action({
    path: '/besoins/prescripteurs',
    ...spread,
    input: audienceInput,
    story: chooseAudience,
    afterwards: ({ departmentCode }) => ({
      to: `/besoins/prescripteurs?departement=${departmentCode}`,
      say: 'Prescripteurs du territoire enregistrés.',
    }),
    page: drawAudience,
  }),
  page({ path: '/besoins/:id', permission: 'offer.read', view: drawOffer }),
  page({ path: '/besoins/:id/modifier', ...write, view: drawEditOffer }),
  action({
    path: '/besoins/:id/modifier',
    ...write,
    input: editOfferInput,
    story: editOffer,
    afterwards: ({ id }) => ({ to: `/besoins/${id}`, say: 'Fiche de poste modifiée.' }),
    page: drawEditOffer,
  }),
  action({
    path: '/besoins/:id/etat',
    ...write,
    input: moveOfferInput,
    story: moveOffer,
    afterwards: ({ id }) => ({ to: `/besoins/${id}`, say: 'État du poste enregistré.' }),
    page: drawOffer,
  }),
  page({ path: '/besoins/:id/diffuser', ...spread, view: drawSpread }),
  action({
    path: '/besoins/:id/diffuser',
    ...spread,
    input: spreadInput,
    story: spreadOffer,
    afterwards: ({ id, count, skipped }) => ({
      to: `/besoins/${id}`,
      say: [
        count === 1 ? 'Poste envoyé à un prescripteur.' : `Poste envoyé à ${count} prescripteurs.`,
        skipped.length === 0 ? '' : `Sans adresse, à appeler\u00A0: ${skipped.join(', ')}.`,
      ]
        .filter(Boolean)
        .join(' '),
    }),
    page: drawSpread,
  }),
  page({ path: '/postes', ...answer, view: drawPosts }),
  page({ path: '/postes/:id', ...answer, view: drawPost }),
  action({
    path: '/postes/:id/reponse',
    ...answer,
    input: answerNeedInput,
    story: answerPost,
    afterwards: ({ id }) => ({ to: `/postes/${id}`, say: 'Réponse enregistrée.' }),
    page: drawPost,
  }),
];

/** Before /declarer/:token and its own words, and before the pattern of each link. */
export const offerLinkRoutes: Route[] = [
  ...repairRoutes(needRepair),
  page({ path: '/besoin/:token', ...byPrescriber, view: drawNeed }),
  action({
    path: '/besoin/:token',
    ...byPrescriber,
    input: linkAnswerInput,
    story: answerByLink,
    afterwards: (_, { params }) => ({ to: `/besoin/${encodeURIComponent(params['token'] ?? '')}?fait=oui` }),
    page: drawNeed,
  }),
  page({ path: '/declarer/:token/postes', ...byCompany, view: drawLinkOffers }),
  action({
    path: '/declarer/:token/postes/etat',
    ...byCompany,
    input: linkMoveInput,
    story: moveByLink,
    afterwards: (_, { params }) => ({ to: linkList(params['token'], 'etat') }),
    page: drawLinkOffers,
  }),
  page({ path: '/declarer/:token/postes/nouveau', ...byCompany, view: drawNewOffer }),
  action({
    path: '/declarer/:token/postes/nouveau',
    ...byCompany,
    input: linkOfferInput,
    story: createByLink,
    afterwards: (_, { params }) => ({ to: linkList(params['token'], 'ouvert') }),
    page: drawNewOffer,
  }),
];
