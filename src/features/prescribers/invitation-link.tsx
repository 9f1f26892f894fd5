/** The link of an invitation, handed over where no letter leaves. */
import type { Invited } from '#http/invite-first.ts';
import type { View } from '#http/route.ts';
import { LinkToPass } from '#ui/parts.tsx';

export function drawInvitationLink({ id, name }: Invited, link: string): View {
  const title = 'Lien d’invitation';
  const back = `/prescripteurs/${id}`;
  const trail = [
    { href: '/prescripteurs', label: 'Prescripteurs' },
    { href: back, label: name },
  ];
  return { title, body: <LinkToPass title={title} trail={trail} link={link} back={back} />, width: 'form' };
}
