/** What is known of the agents who have an account, why, for how long, and how to exercise one's rights. */
import { magicLinks } from '#domain/magic-links.ts';
import { retention } from '#domain/retention.ts';
import { sessionPolicy } from '#domain/session-policy.ts';
import type { PageRequest, View } from '#http/route.ts';
import { PageHeading } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { OperatorContact } from './operator-contact.tsx';
import { findOperator } from './operator.ts';

interface Kept {
  what: string;
  why: string;
  long: string;
}

/** Source: retention table of the product, permissions.md §9; durations that are code are read from it. */
const kept: readonly Kept[] = [
  {
    what: 'Compte : nom, adresse électronique, préférences d’affichage',
    why: 'Vous reconnaître et vous écrire',
    long: 'La durée de votre accès, puis deux ans sans connexion. Désactivé dès votre départ ; votre nom reste dans les décisions que vous avez prises.',
  },
  {
    what: 'Mot de passe, clés d’accès, codes',
    why: 'Vérifier que c’est vous',
    long: 'La durée du compte. Le mot de passe et les codes de secours ne sont gardés que sous une forme qui ne permet pas de les relire.',
  },
  {
    what: 'Sessions : appareil, dates, moyen de connexion',
    why: 'Vous montrer où vous êtes connecté et fermer à distance',
    long: `Une session vit ${sessionPolicy.absoluteHours} heures au plus, ${sessionPolicy.idleMinutes} minutes sans activité. Sa trace est effacée après ${retention.days.session} jours.`,
  },
  {
    what: 'Rôle dans chaque organisation',
    why: 'Décider de ce que vous pouvez faire',
    long: 'La durée de votre accès, puis avec le compte.',
  },
  {
    what: 'Invitations et liens reçus par courriel',
    why: 'Ouvrir un compte, changer de mot de passe ou d’adresse',
    long: `Invitation : ${sessionPolicy.invitationDays} jours. Nouveau mot de passe : ${magicLinks['password-reset'].minutes} minutes. Changement d’adresse : ${magicLinks['email-change'].minutes} minutes.`,
  },
  {
    what: 'Journal de sécurité et d’accès',
    why: 'Comprendre un incident, répondre à « qui a fait quoi »',
    long: 'Douze mois ; jusqu’à trois ans pour la lecture de données sensibles. Les décisions suivent la durée de ce qu’elles concernent.',
  },
  {
    what: 'Messages affichés après une action',
    why: 'Les retrouver et annuler',
    long: `${retention.days.notice} jours.`,
  },
  {
    what: 'Texte des courriels envoyés',
    why: 'Prouver l’envoi, renvoyer en cas d’échec',
    long: `${retention.days['mail-body']} jours.`,
  },
];

export async function drawPersonalData({ ctx, url }: PageRequest): Promise<View> {
  const operator = await findOperator(ctx);
  const body = (
    <>
      <PageHeading
        title="Données personnelles"
        lead="Ce que Guichet garde des agents qui ont un compte. Il ne garde pas l’adresse depuis laquelle vous vous connectez."
      />
      <h2>Pourquoi et sur quelle base</h2>
      <p>
        Ces données servent à donner accès à un outil de service public et à en prouver l’usage. Elles reposent sur la
        mission d’intérêt public de votre organisation (article 6, 1, e du RGPD), non sur votre consentement. Chaque
        organisation est responsable des données de ses membres ; l’exploitant les héberge pour elle.
      </p>
      <h2>Ce qui est gardé, et combien de temps</h2>
      <Table
        caption="Données gardées, raison et durée"
        rows={kept}
        rowId={({ what }) => what.split(/\P{L}/u)[0] ?? what}
        url={url}
        empty={<></>}
        columns={[
          { key: 'what', label: 'Donnée', primary: true, cell: ({ what }) => what },
          { key: 'why', label: 'Raison', cell: ({ why }) => why },
          { key: 'long', label: 'Durée', cell: ({ long }) => long },
        ]}
      />
      <h2>Qui les lit</h2>
      <p>
        Vos collègues lisent votre nom et votre rôle ; l’administration de votre organisation lit aussi votre adresse et
        votre dernière connexion. Le détail est dans <a href="/droits">Qui peut faire quoi</a>.
      </p>
      <h2>Mesure d’audience et témoins</h2>
      <p>
        Aucun outil de mesure, aucun contenu venu d’ailleurs. Trois témoins de connexion (cookies) au plus, nécessaires
        au service : votre session, l’étape de connexion en cours, votre affichage.
      </p>
      <h2>Vos droits</h2>
      <p>
        Vous pouvez consulter et corriger vos données dans <a href="/compte">Mon compte</a>. Pour les faire effacer, en
        demander une copie, limiter leur usage ou vous y opposer, écrivez à votre organisation ou à l’exploitant. Une
        réponse vous est due sous un mois. Vous pouvez aussi adresser une réclamation à la{' '}
        <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
      </p>
      <OperatorContact operator={operator} />
    </>
  );
  return { title: 'Données personnelles', body };
}
