/** The doors of the members: the list, the invitations, one member, her suspension. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { editMember } from './edit.ts';
import { editMemberInput, idInput, inviteInput, suspendInput } from './input.ts';
import { drawInvite, drawLinkToPass } from './invite-page.tsx';
import { inviteMember, putInvitationBack, resendInvitation, withdrawInvitation } from './invite.ts';
import { drawList } from './list-page.tsx';
import { drawMember } from './member-page.tsx';
import { drawSuspend } from './suspend-page.tsx';
import { restoreMember, suspendMember } from './suspend.ts';

const members = '/organisation/membres';
const waiting = `${members}?vue=invitations`;
const invitation = `${members}/invitations/:id`;

const invitationRoutes: Route[] = [
  page({ path: `${members}/inviter`, permission: 'member.manage', view: drawInvite }),
  action({
    path: `${members}/inviter`,
    permission: 'member.manage',
    input: inviteInput,
    story: inviteMember,
    afterwards: ({ id, email, link }) => ({
      to: waiting,
      ...(link === null
        ? { say: `Invitation envoyée à ${email}.`, undo: `${members}/invitations/${id}/annuler` }
        : { shows: drawLinkToPass(link) }),
    }),
    page: drawInvite,
  }),
  action({
    path: `${invitation}/renvoyer`,
    permission: 'member.manage',
    input: idInput,
    story: resendInvitation,
    afterwards: ({ email, link }) => ({
      to: waiting,
      ...(link === null ? { say: `Invitation renvoyée à ${email}.` } : { shows: drawLinkToPass(link) }),
    }),
    page: drawList,
  }),
  action({
    path: `${invitation}/annuler`,
    permission: 'member.manage',
    input: idInput,
    story: withdrawInvitation,
    afterwards: ({ id, email }) => ({
      to: waiting,
      say: `Invitation de ${email} annulée.`,
      undo: `${members}/invitations/${id}/remettre`,
    }),
    page: drawList,
  }),
  action({
    path: `${invitation}/remettre`,
    permission: 'member.manage',
    input: idInput,
    story: putInvitationBack,
    afterwards: ({ email }) => ({ to: waiting, say: `Invitation de ${email} remise en attente.` }),
    page: drawList,
  }),
];

export const memberRoutes: Route[] = [
  page({ path: members, permission: 'member.read', throttle: 'search', view: drawList }),
  ...invitationRoutes,
  page({ path: `${members}/:id`, permission: 'member.manage', view: drawMember }),
  action({
    path: `${members}/:id`,
    permission: 'member.manage',
    input: editMemberInput,
    story: editMember,
    afterwards: ({ id, name }) => ({ to: `${members}/${id}`, say: `Accès de ${name} modifié.` }),
    page: drawMember,
  }),
  page({ path: `${members}/:id/suspendre`, permission: 'member.manage', view: drawSuspend }),
  action({
    path: `${members}/:id/suspendre`,
    permission: 'member.manage',
    input: suspendInput,
    story: suspendMember,
    afterwards: ({ id, name }) => ({
      to: members,
      say: `${name} est suspendu.`,
      undo: `${members}/${id}/retablir`,
    }),
    page: drawSuspend,
  }),
  action({
    path: `${members}/:id/retablir`,
    permission: 'member.manage',
    input: idInput,
    story: restoreMember,
    afterwards: ({ id, name }) => ({ to: `${members}/${id}`, say: `L’accès de ${name} est rétabli.` }),
    page: drawMember,
  }),
];
