/** The page of a refusal: what happened, in one sentence, and where to go from here. */
import { Alert } from '#ui/parts.tsx';
import type { House } from './house.ts';
import { renderView } from './render.tsx';
import type { Identity } from './session.ts';

const titles: Record<number, string> = {
  401: 'Connexion nécessaire',
  403: 'Accès non ouvert',
  404: 'Page introuvable',
  409: 'Déjà modifié',
  413: 'Envoi trop lourd',
  429: 'Trop d’essais',
  500: 'Incident technique',
  503: 'Service momentanément indisponible',
};

export function refusalPage({
  house,
  identity,
  path,
  status,
  sentence,
}: {
  house: House;
  identity: Identity;
  path: string;
  status: number;
  sentence: string;
}): Promise<string> {
  const title = titles[status] ?? 'Demande refusée';
  const body = (
    <>
      <h1>{title}</h1>
      <Alert tone="info">{sentence}</Alert>
      <p>
        <a href="/">Revenir à l’accueil</a>
      </p>
    </>
  );
  return renderView({ house, identity, path, view: { title, body, width: 'narrow' } });
}
