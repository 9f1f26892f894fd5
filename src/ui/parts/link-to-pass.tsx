/** The page that shows once the link of an invitation no mail will bring, and how to hand it over. */
import { Alert } from '#ui/parts/alert.tsx';
import { ButtonLink } from '#ui/parts/button.tsx';
import { PageHeading } from '#ui/parts/page-heading.tsx';
import { SecretOnce } from '#ui/parts/secret-once.tsx';

export interface LinkToPassProps {
  title: string;
  trail: { href: string; label: string }[];
  link: string;
  back: string;
}

export function LinkToPass({ title, trail, link, back }: LinkToPassProps) {
  return (
    <>
      <PageHeading title={title} breadcrumb={trail} />
      <SecretOnce label="Lien à transmettre" secret={link} />
      <Alert tone="attention" title="Aucun courriel ne part de cette instance">
        <p>
          Donnez ce lien vous-même à la personne invitée, par un moyen sûr{'\u00A0'}: en main propre, ou par une
          messagerie qu’elle seule lit. Qui l’ouvre prend sa place. Il sert une fois, pendant 7{'\u00A0'}
          jours.
        </p>
      </Alert>
      <p>
        <ButtonLink href={back}>J’ai transmis le lien</ButtonLink>
      </p>
    </>
  );
}
