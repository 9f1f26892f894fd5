/** Type, colours and icons. */
import { iconPaths } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icons.tsx';
import type { IconName } from '#ui/icons.tsx';
import { Card, Status } from '#ui/parts.tsx';

export function StylesTokens() {
  return (
    <div class="columns">
      <Card title="Caractères" aside="Source Sans 3">
        <p class="title-sample">Titre de page</p>
        <h2>Titre de partie</h2>
        <h3>Titre de détail</h3>
        <p>
          Texte courant, 17 points. Un <a href="#contenu">lien</a>, un <strong>mot fort</strong>, un{' '}
          <span class="soft">mot discret</span>, un code <code>2026-00012</code>, des chiffres 0123456789.
        </p>
      </Card>
      <Card title="États" aside="Icône, mot et couleur">
        <div class="row">
          <Status tone="ok" label="Soldé" />
          <Status tone="progress" label="En cours" />
          <Status tone="attention" label="À surveiller" />
          <Status tone="problem" label="Résilié" />
          <Status tone="neutral" label="À démarrer" />
        </div>
        <h3>Icônes</h3>
        <div class="row">
          {(Object.keys(iconPaths) as IconName[]).map((name) => (
            <Icon name={name} />
          ))}
        </div>
      </Card>
    </div>
  );
}
