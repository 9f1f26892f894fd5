/** Buttons, alerts, cards, progress, history, dialogs and the rarer parts. */
import {
  ActionButton,
  Alert,
  Button,
  ButtonLink,
  Card,
  ConflictView,
  DateText,
  DefinitionList,
  Disclosure,
  EmptyState,
  KeyFigure,
  KeyFigures,
  PasskeyButton,
  ProgressBar,
  QrCode,
  SecretOnce,
  Timeline,
} from '#ui/parts.tsx';

const key = 'exemple';

export function StylesParts() {
  return (
    <>
      <Alert tone="attention">
        <strong>18 déclarations d’heures attendent votre validation</strong>, dont 4 depuis plus de 15 jours.{' '}
        <a href="#contenu">Les traiter</a>
      </Alert>
      <Alert tone="info">Le point d’étape est prévu le 2 décembre.</Alert>
      <Alert tone="problem" title="Envoi refusé">
        <p>Le fichier dépasse 10 Mo. Réduisez-le, ou envoyez-le en deux parties.</p>
      </Alert>
      <Alert tone="done">Déclaration d’octobre transmise.</Alert>
      <KeyFigures>
        <KeyFigure label="Heures réalisées" value={'8 102 891'} detail={'sur 17 177 720 h dues, soit 47 %'} />
        <KeyFigure label="Marchés actifs" value={'8 707'} detail={'dont 1 915 à surveiller'} href="#contenu" />
        <KeyFigure label="Personnes en parcours" value={'1 204'} detail={'46 % de femmes'} />
        <KeyFigure label="Suites positives à 6 mois" value={'61 %'} detail={'+ 4 points en un an'} />
      </KeyFigures>
      <div class="columns">
        <Buttons />
        <Progress />
        <Details />
        <History />
      </div>
      <ConflictView
        who="Nadia Berthelot"
        at={new Date('2026-11-20T09:42:00Z')}
        fields={[
          { label: 'Fin prévue', theirs: '31/03/2027', yours: '30/06/2027' },
          { label: 'Objet', theirs: 'Collège Jean-Moulin', yours: 'Collège Jean-Moulin' },
        ]}
        action="/styles"
        formKey={key}
        version={3}
        values={{ fin: '2027-06-30' }}
        takeHref="#contenu"
      />
      <Card>
        <EmptyState
          title="Aucun marché encore"
          icon="file-text"
          actions={<Button icon="plus">Créer le premier</Button>}
        >
          Importez votre tableur ou créez le premier.
        </EmptyState>
      </Card>
    </>
  );
}

function Buttons() {
  return (
    <Card title="Boutons">
      <div class="row">
        <Button kind="primary" icon="plus">
          Nouveau marché
        </Button>
        <ButtonLink href="#contenu" icon="download">
          Exporter
        </ButtonLink>
        <Button kind="quiet" icon="pencil">
          Modifier
        </Button>
        <Button disabled>Indisponible</Button>
      </div>
      <div class="row">
        <Button size="small" icon="check" about="la déclaration d’octobre">
          Valider
        </Button>
        <ActionButton
          action="/styles"
          formKey={key}
          kind="danger"
          size="small"
          icon="trash-2"
          confirm={{
            title: 'Supprimer ce contact\u00A0?',
            text: 'Il ne pourra plus être choisi. Les échanges passés restent lisibles.',
            label: 'Supprimer',
          }}
        >
          Supprimer
        </ActionButton>
        <ActionButton action="/styles" formKey={key} kind="quiet" size="small" icon="send">
          Relancer
        </ActionButton>
      </div>
      <Disclosure summary="Comment sont comptées les heures ?">
        <p>Les heures payées, en minutes entières, à la date du travail.</p>
      </Disclosure>
    </Card>
  );
}

function Progress() {
  return (
    <Card title="Avancement" aside="Le trait vertical : attendu à ce jour">
      <ProgressBar done={570} due={630} expected={504} />
      <ProgressBar done={259} due={420} expected={366} tone="attention" />
      <ProgressBar done={1814} due={1680} expected={1680} />
      <ProgressBar done={0} due={1200} expected={60} />
    </Card>
  );
}

function Details() {
  return (
    <Card title="Fiche">
      <DefinitionList
        items={[
          { term: 'Acheteur', value: 'Office public de l’habitat' },
          { term: 'Notifié le', value: <DateText date="2026-05-16" style="long" /> },
          { term: 'Référent', value: null },
        ]}
      />
      <SecretOnce label="Clé de partenaire" secret="gch_exemple_7Q2M-XK4P-91LD" />
      <QrCode modules={checks} label="QR code d’exemple" />
      <form method="post" action="/styles">
        <PasskeyButton kind="create" field="cle-acces" options={{ challenge: 'AAAA' }} />
      </form>
    </Card>
  );
}

function History() {
  return (
    <Card title="Historique">
      <Timeline
        items={[
          {
            at: new Date('2026-11-20T09:42:00Z'),
            who: 'Nadia Berthelot',
            what: 'Fin prévue : 31/03/2027 au lieu de 31/12/2026',
            why: 'avenant n° 2',
          },
          {
            at: new Date('2026-11-03T15:05:00Z'),
            who: 'Bâtir Ouest',
            what: <>Déclaration d’octobre envoyée : 217 h</>,
          },
          { at: '2026-05-16', who: 'Import DECP', what: 'Marché créé' },
        ]}
      />
    </Card>
  );
}

const checks = Array.from({ length: 21 }, (_, y) =>
  Array.from({ length: 21 }, (_, x) => (x * 7 + y * 5 + x * y) % 3 === 0),
);
