/** The mark at the address every browser tries beside an answer that is not a page. */
import { markPicture } from '#ui/mark.ts';

export async function answerMark(): Promise<Response> {
  return new Response(markPicture, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  });
}
