/** What makes the visits of the day an application of the telephone: its manifest, and the worker that serves it without network. */
import type { PageRequest } from '#http/route.ts';

/** The worker knows the look of this very version: another version is another worker. */
export async function answerWorker({ ctx }: PageRequest): Promise<Response> {
  const { entry, files, worker } = ctx.house.assets;
  const scripts = [...files.keys()].filter((path) => path.endsWith('.js'));
  const shell = [entry.css, entry.fonts.standard, ...scripts];
  return new Response(`self.shell=${JSON.stringify(shell)};\n${worker}`, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'service-worker-allowed': '/visites',
    },
  });
}

export async function answerManifest(): Promise<Response> {
  const manifest = {
    name: 'Guichet, visites',
    short_name: 'Visites',
    lang: 'fr',
    id: '/visites/terrain',
    start_url: '/visites/terrain',
    scope: '/visites',
    display: 'standalone',
    background_color: '#f7f6f3',
    theme_color: '#0f5257',
    icons: [{ src: '/favicon.ico', sizes: 'any', type: 'image/svg+xml' }],
  };
  return new Response(JSON.stringify(manifest), {
    headers: {
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': 'public, max-age=86400',
    },
  });
}
