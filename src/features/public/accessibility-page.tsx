/** The accessibility statement: what is known, what is not, whom to ask, where to complain. */
import type { PageRequest, View } from '#http/route.ts';
import { PageHeading } from '#ui/parts.tsx';
import { OperatorContact } from './operator-contact.tsx';
import { findOperator } from './operator.ts';

export async function drawAccessibility({ ctx }: PageRequest): Promise<View> {
  const operator = await findOperator(ctx);
  const title = 'Accessibilité\u00A0: non conforme';
  const body = (
    <>
      <PageHeading title={title} lead="Déclaration établie le 21 novembre 2026." />
      <h2>État de conformité</h2>
      <p>
        Guichet n’est pas conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1), parce qu’aucun
        audit n’a encore été mené. Aucun essai n’a été fait avec des personnes qui emploient une technologie
        d’assistance. Aucun taux de conformité ne peut donc être annoncé.
      </p>
      <h2>Ce qui est vérifié automatiquement</h2>
      <ul>
        <li>
          Les pages ouvertes depuis les menus sont examinées par l’outil axe dans un navigateur, en clair et en sombre,
          sur bureau et sur téléphone, ainsi qu’un formulaire en erreur. Celles qu’ouvrent un lien secret ou une étape
          de connexion ne le sont pas encore.
        </li>
        <li>Ces mêmes pages ne débordent pas sur un écran large de 320 pixels.</li>
        <li>Un parcours se fait au clavier seul{'\u00A0'}: se connecter, ajouter un point de contact, annuler.</li>
        <li>Un parcours se fait sans JavaScript{'\u00A0'}: filtrer, trier, se tromper, corriger, annuler.</li>
        <li>Les contrastes des couleurs de l’interface sont calculés.</li>
      </ul>
      <p>Un outil ne voit qu’une partie des défauts : ces vérifications ne remplacent pas un audit.</p>
      <h2>Contenus non accessibles</h2>
      <p>
        Aucun défaut connu n’est laissé en attente, mais l’audit à venir en trouvera sans doute. Les défauts relevés
        seront listés ici, avec la date prévue de leur correction.
      </p>
      <h2>Technologies</h2>
      <p>HTML, CSS, SVG et, en complément, JavaScript.</p>
      <h2>Signaler une difficulté</h2>
      <p>
        Si vous n’arrivez pas à lire une page ou à faire une démarche, écrivez-nous : indiquez la page et ce qui bloque.
        Vous recevrez une réponse et, s’il le faut, une autre façon d’y parvenir.
      </p>
      <OperatorContact operator={operator} />
      <h2>Voies de recours</h2>
      <p>Si vous avez signalé une difficulté et que la réponse ne vous satisfait pas, vous pouvez :</p>
      <ul>
        <li>
          écrire au Défenseur des droits par{' '}
          <a href="https://formulaire.defenseurdesdroits.fr/">son formulaire en ligne</a> ;
        </li>
        <li>
          rencontrer <a href="https://www.defenseurdesdroits.fr/carte-des-delegues">son délégué près de chez vous</a> ;
        </li>
        <li>lui écrire sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.</li>
      </ul>
    </>
  );
  return { title, body, width: 'narrow' };
}
