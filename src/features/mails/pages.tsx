/** The letters of an organisation: list, one of them, and a new try for one that failed. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawMail } from './detail-page.tsx';
import { mailIdInput } from './input.ts';
import { drawMails } from './list-page.tsx';
import { resendMail } from './resend.ts';

export const mailRoutes: Route[] = [
  page({ path: '/organisation/courriels', permission: 'mail.read', throttle: 'search', view: drawMails }),
  page({ path: '/organisation/courriels/:id', permission: 'mail.read', view: drawMail }),
  action({
    path: '/organisation/courriels/:id/renvoyer',
    permission: 'mail.resend',
    input: mailIdInput,
    story: resendMail,
    afterwards: ({ id }) => ({ to: `/organisation/courriels/${id}`, say: 'Le courriel repart.' }),
    page: drawMail,
  }),
];
