/** Legal notice: who publishes and runs this instance, under which licence the product stands. */
import type { PageRequest, View } from '#http/route.ts';
import { PageHeading } from '#ui/parts.tsx';
import { OperatorContact } from './operator-contact.tsx';
import { findOperator } from './operator.ts';

export async function drawLegal({ ctx }: PageRequest): Promise<View> {
  const operator = await findOperator(ctx);
  const body = (
    <>
      <PageHeading title="Mentions légales" />
      <h2>Éditeur et exploitant de cette instance</h2>
      <OperatorContact operator={operator} />
      <p>
        La direction de la publication et l’hébergement sont ceux que cet exploitant déclare ; demandez-les lui à
        l’adresse ci-dessus.
      </p>
      <h2>Le logiciel</h2>
      <p>
        Guichet, version {ctx.house.version}, est un logiciel libre sous licence publique de l’Union européenne (EUPL
        1.2). Chaque organisation publique peut l’installer, le lire et le modifier.
      </p>
      <h2>Emprunts</h2>
      <ul>
        <li>Polices Source Sans 3 et Atkinson Hyperlegible Next, licence SIL Open Font 1.1.</li>
        <li>Icônes Lucide, licence ISC.</li>
      </ul>
      <h2>Liens utiles</h2>
      <ul>
        <li>
          <a href="/donnees-personnelles">Données personnelles</a>
        </li>
        <li>
          <a href="/accessibilite">Accessibilité</a>
        </li>
        <li>
          <a href="/securite">Signaler une faille</a>
        </li>
      </ul>
    </>
  );
  return { title: 'Mentions légales', body, width: 'narrow' };
}
