/** Parts say in words what they show in colour and shape. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frenchDate, frenchNumber, frenchShare } from './french.ts';
import { ActionButton, ConflictView, DateText, PasskeyButton, ProgressBar, QrCode } from './parts.tsx';
import { drawn } from './drawn.ts';

test('progress says the numbers and where it should be today', () => {
  const html = drawn(<ProgressBar done={259} due={420} expected={336} />);
  assert.match(html, /62\u00A0%/u);
  assert.match(html, /259 \/ 420\u00A0h/u);
  assert.match(html, /80\u00A0% attendus à ce jour\./u);
  assert.match(html, /<rect class="fill" width="61\.7%"/u);
});

test('progress never reads 100 % before it is done, never overflows, and survives a zero', () => {
  assert.equal(frenchShare(9_999, 10_000), '99\u00A0%');
  assert.equal(frenchShare(145, 140), '104\u00A0%');
  assert.equal(frenchShare(0, 0), '0\u00A0%');
  assert.match(drawn(<ProgressBar done={145} due={140} />), /<rect class="fill" width="100%"/u);
});

test('numbers and dates carry only spaces a font draws', () => {
  assert.equal(frenchNumber(17_177_720), '17\u00A0177\u00A0720');
  assert.equal(frenchNumber(-12.5, 1), '−12,5');
  assert.equal(frenchDate('2026-11-21'), '21/11/2026');
  assert.equal(frenchDate('2026-11', 'month'), 'novembre 2026');
});

test('an instant is told at Paris time, a legal day stays itself', () => {
  assert.equal(frenchDate(new Date('2026-07-01T22:30:00Z')), '02/07/2026');
  assert.equal(frenchDate(new Date('2026-11-20T09:42:00Z'), 'instant'), '20 novembre 2026 à 10:42');
  assert.match(drawn(<DateText date="2026-05-16" />), /<time class="nowrap" datetime="2026-05-16">16\/05\/2026/u);
});

test('an action asks first when told to, without scripts too', () => {
  const html = drawn(
    <ActionButton action="/x" formKey="k" confirm={{ title: 'Sûr ?', text: 'Rien ne revient.', label: 'Supprimer' }}>
      Supprimer
    </ActionButton>,
  );
  const [, target] = /popovertarget="([^"]+)"/u.exec(html) ?? [];
  assert.ok(target && html.includes(`<dialog class="dialog" id="${target}" popover="auto"`));
  assert.match(html, /<form class="dialog-end" method="post" action="\/x"><input type="hidden" name="cle" value="k"/u);
});

test('a conflict sends my values again with the new version', () => {
  const html = drawn(
    <ConflictView
      who="Nadia"
      at={new Date('2026-11-20T09:42:00Z')}
      fields={[{ label: 'Fin', theirs: 'A', yours: 'B' }]}
      action="/m/1"
      formKey="k"
      version={4}
      values={{ fin: 'B', publics: ['x', 'y'] }}
      takeHref="/m/1"
    />,
  );
  assert.match(html, /name="version" value="4"/u);
  assert.match(html, /name="publics" value="x".*name="publics" value="y"/su);
  assert.match(html, /à 10:42/u);
});

test('a QR code draws each dark module once', () => {
  const html = drawn(
    <QrCode
      label="Code"
      modules={[
        [true, false],
        [false, true],
      ]}
    />,
  );
  assert.match(html, /d="M0 0h1v1h-1zM1 1h1v1h-1z"/u);
});

test('passkey options travel as data, escaped', () => {
  assert.match(
    drawn(<PasskeyButton kind="get" field="reponse" options={{ challenge: 'a"b' }} />),
    /data-options="\{&quot;challenge&quot;/u,
  );
});
