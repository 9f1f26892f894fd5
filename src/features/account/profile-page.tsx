/** One's name and display: what colleagues read, and how pages look. */
import type { PageRequest, View } from '#http/route.ts';
import { Form, RadioCards, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { Alert, ButtonLink, Card, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { AccountTabs } from './account-tabs.tsx';
import type { ProfileRow } from './queries.ts';
import { findProfile } from './queries.ts';

const themeOptions = [
  { value: 'auto', label: 'Comme mon appareil' },
  { value: 'light', label: 'Clair' },
  { value: 'dark', label: 'Sombre' },
];
const densityOptions = [
  { value: 'normal', label: 'Aérée', detail: 'Des lignes hautes, faciles à suivre.' },
  { value: 'compact', label: 'Serrée', detail: 'Plus de lignes à l’écran.' },
];
const fontOptions = [
  { value: 'standard', label: 'Source Sans', detail: 'La police habituelle.' },
  {
    value: 'readable',
    label: 'Lisibilité renforcée',
    detail: 'Atkinson Hyperlegible, dont les lettres proches se distinguent mieux.',
  },
];

export async function drawProfile(request: PageRequest): Promise<View> {
  const profile = await findProfile(request.ctx);
  const conflict = request.refusal?.because === 'changed-meanwhile';
  const state = request.typed ? request.form : { values: valuesOf(profile), errors: [] };
  const body = (
    <>
      <PageHeading title="Mon compte" />
      <AccountTabs current="/compte" />
      {conflict && <Meanwhile profile={profile} />}
      <Form
        action="/compte"
        formKey={request.key()}
        version={versionToSend(request, profile)}
        state={state}
        submit="Enregistrer"
      >
        <ProfileFields state={state} />
      </Form>
      <Card title="Adresse électronique" actions={<ButtonLink href="/compte/adresse">Changer d’adresse</ButtonLink>}>
        <p>{profile.email}</p>
        <p class="soft">Elle sert à vous connecter et à vous écrire.</p>
      </Card>
    </>
  );
  return { title: 'Mon compte', body, width: 'form' };
}

function ProfileFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField
        name="name"
        label="Prénom et nom"
        help="Vos collègues et vos partenaires le lisent."
        state={state}
        autocomplete="name"
        maxlength={120}
      />
      <RadioCards name="theme" label="Thème" state={state} options={themeOptions} />
      <RadioCards name="density" label="Densité des tableaux" state={state} options={densityOptions} />
      <RadioCards name="font" label="Police" state={state} options={fontOptions} />
    </>
  );
}

/** Only she edits it: the other version is hers, from another window. */
function Meanwhile({ profile }: { profile: ProfileRow }) {
  return (
    <Alert tone="attention" title="Votre profil a été modifié dans une autre fenêtre">
      <p>Voici ce qui est enregistré. Votre saisie est gardée ci-dessous : enregistrez-la pour le remplacer.</p>
      <DefinitionList
        items={[
          { term: 'Prénom et nom', value: profile.name },
          { term: 'Thème', value: labelOf(themeOptions, profile.theme) },
          { term: 'Densité', value: labelOf(densityOptions, profile.density) },
          { term: 'Police', value: labelOf(fontOptions, profile.font) },
        ]}
      />
    </Alert>
  );
}

function labelOf(options: readonly { value: string; label: string }[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** Once both versions were seen, saving replaces; before that, the version first read keeps a conflict visible. */
function versionToSend({ form, typed, refusal }: PageRequest, profile: ProfileRow): string {
  const seen = !typed || refusal?.because === 'changed-meanwhile';
  return String((seen ? undefined : form.values['version']) ?? profile.version);
}

function valuesOf({ name, theme, density, font }: ProfileRow) {
  return { name, theme, density, font };
}
