/** Registering a market through its door, on a real database. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fictitiousSiret } from '#domain/siret.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse, siretOf } from '#tests/world-markets.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import { marketWriteRoutes } from './routes.ts';

let house: MarketHouse;
const door = '/marches/nouveau';
const basic = { object: 'École des Tanneurs', kind: 'market', vehicle: 'execution-clause', hours: '630' };

before(async () => {
  house = await marketHouse(marketWriteRoutes);
});
after(() => house.close());

async function marketNamed(object: string) {
  const found = await house.admin.query('select * from market where object = $1', [object]);
  return found.rows;
}

test('a facilitator registers a market in one page: buyer found by SIRET, lot, commitment and holder at once; she leads', async () => {
  const visitor = visit(house.app, house.facilitator);
  const sent = await visitor.submit(door, {
    ...basic,
    buyerSiret: await siretOf(house, house.buyer.organisation),
    holderSiret: await siretOf(house, house.company.organisation),
    cpv: '45112500-9',
    departmentCode: '93',
    notifiedOn: '2026-10-01',
    startsOn: '2026-10-15',
    endsOn: '2027-12-31',
    ccag: 'works',
  });
  assert.equal(sent.status, 303, sent.text);
  const [market] = await marketNamed(basic.object);
  assert.equal(sent.location, `/marches/${market.id}`);
  assert.equal(market.buyer_id, house.buyer.organisation);
  assert.equal(market.keeper_id, house.facilitator.organisation);
  assert.equal(market.cpv, '45112500');
  assert.equal(market.state, 'running');
  const lot = await house.admin.query(
    `select l.number, l.title, c.kind, c.state, v.minutes, v.signed_on::text, a.role, a.account_id, p.role as party
     from lot l join commitment c on c.lot_id = l.id join commitment_version v on v.commitment_id = c.id
     join lot_assignment a on a.lot_id = l.id join lot_party p on p.lot_id = l.id where l.market_id = $1`,
    [market.id],
  );
  assert.deepEqual(lot.rows, [
    {
      number: 1,
      title: 'Lot unique',
      kind: 'fixed',
      state: 'contractual',
      minutes: 37_800,
      signed_on: '2026-10-01',
      role: 'lead',
      account_id: house.facilitator.account,
      party: 'holder',
    },
  ]);
  const steps = await house.admin.query('select state, on_day::text from market_step where market_id = $1', [
    market.id,
  ]);
  assert.deepEqual(steps.rows, [{ state: 'running', on_day: '2026-10-01' }]);
  const told = await house.admin.query("select from audit_event where action = 'market.created'");
  assert.equal(told.rowCount, 1);
});

test('an unknown buyer is written down from the register, or from what is typed when the register does not know', async () => {
  const visitor = visit(house.app, house.facilitator);
  const siret = fictitiousSiret(91_234);
  const first = await visitor.submit(door, {
    ...basic,
    object: 'Nouvel acheteur',
    buyerSiret: siret,
    buyerName: 'Syndicat des eaux',
  });
  assert.equal(first.status, 303, first.text);
  const organisations = await house.admin.query('select kind, name from organisation where identifier = $1', [siret]);
  assert.equal(organisations.rowCount, 1);
  assert.equal(organisations.rows[0].kind, 'buyer');
  const again = await visitor.submit(door, { ...basic, object: 'Même acheteur', buyerSiret: siret });
  assert.equal(again.status, 303, again.text);
  assert.equal((await house.admin.query('select from organisation where identifier = $1', [siret])).rowCount, 1);
  const [one] = await marketNamed('Nouvel acheteur');
  const [other] = await marketNamed('Même acheteur');
  assert.equal(one.buyer_id, other.buyer_id);
});

test('two people who name the same new buyer at once write it down once', async () => {
  const siret = fictitiousSiret(91_777);
  const answers = await Promise.all(
    ['A', 'B', 'C'].map((mark) =>
      visit(house.app, house.facilitator).submit(door, {
        ...basic,
        object: `Ensemble ${mark}`,
        buyerSiret: siret,
        buyerName: 'Régie commune',
      }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303],
  );
  assert.equal((await house.admin.query('select from organisation where identifier = $1', [siret])).rowCount, 1);
});

test('a buyer registers her own market: nobody asks who buys, and no facilitator is put on it', async () => {
  const visitor = visit(house.app, house.buyer);
  assert.doesNotMatch((await visitor.get(door)).text, /name="buyerSiret"/);
  const sent = await visitor.submit(door, {
    ...basic,
    object: 'Par l’acheteur',
    boughtFor: 'Commune des Prés',
    buyerSiret: await siretOf(house, house.otherBuyer.organisation),
  });
  assert.equal(sent.status, 303, sent.text);
  const [market] = await marketNamed('Par l’acheteur');
  assert.equal(market.buyer_id, house.buyer.organisation);
  assert.equal(market.bought_for, 'Commune des Prés');
  assert.equal(market.state, 'under-study');
  assert.equal((await house.admin.query('select from lot_assignment where market_id = $1', [market.id])).rowCount, 0);
});

test('the known list proposes only organisations met, and takes none other', async () => {
  const visitor = visit(house.app, house.facilitator);
  const known = await visitor.get(`${door}/propositions?liste=buyerId&q=metro`);
  assert.match(known.text, /Métropole/);
  const unknown = await visitor.get(`${door}/propositions?liste=buyerId&q=autre`);
  assert.deepEqual(JSON.parse(unknown.text), { options: [] });
  const sent = await visitor.submit(door, {
    ...basic,
    object: 'Volé',
    buyerId: house.otherBuyer.organisation,
  });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Choisissez l’acheteur/);
});

test('without scripts, the search button lists the matches and keeps what was typed', async () => {
  const sent = await visit(house.app, house.facilitator).submit(door, {
    ...basic,
    'buyerId-texte': 'métro',
    chercher: 'buyerId',
  });
  assert.equal(sent.status, 422);
  assert.match(sent.text, new RegExp(`<option value="${house.buyer.organisation}"[^>]*>Métropole`));
  assert.match(sent.text, /value="École des Tanneurs"/);
});

for (const [what, fields, says] of [
  ['no buyer', {}, /Choisissez l’acheteur dans la liste/],
  ['a wrong SIRET', { buyerSiret: '12345678901234' }, /SIRET contient une erreur/],
  ['no object', { object: '', buyerSiret: 'own' }, /Décrivez le marché/],
  ['an object too long', { object: 'x'.repeat(301), buyerSiret: 'own' }, /Raccourcissez ce texte/],
  ['a NUL', { object: 'a\u0000b', buyerSiret: 'own' }, /caractère nul/],
  ['a social security number', { object: 'dossier 2 84 05 75 123 456 12', buyerSiret: 'own' }, /sécurité sociale/],
  ['no hours', { hours: '', buyerSiret: 'own' }, /Indiquez une durée/],
  ['zero hours', { hours: '0', buyerSiret: 'own' }, /au-dessus de zéro/],
  ['none without a reason', { commitmentKind: 'none', buyerSiret: 'own' }, /n’a pas d’obligation/],
  [
    'none without its sentence',
    { commitmentKind: 'none', waiverReason: 'no-link', buyerSiret: 'own' },
    /Écrivez le motif/,
  ],
  ['a share above the whole', { commitmentKind: 'share', share: '120', buyerSiret: 'own' }, /va de 0,01 à 100/],
  [
    'an end before the start',
    { startsOn: '2027-02-01', endsOn: '2027-01-01', buyerSiret: 'own' },
    /fin vient avant le début/,
  ],
  ['a day that is not', { startsOn: '2026-02-30', buyerSiret: 'own' }, /21\/11\/2026/],
  ['a CPV that is none', { cpv: '451125', buyerSiret: 'own' }, /huit chiffres/],
  ['a département that is none', { departmentCode: 'ZZ', buyerSiret: 'own' }, /numéro du département/],
  ['a call-off without framework', { kind: 'call-off', buyerSiret: 'own' }, /accord-cadre que cette commande/],
  ['an operation not hers', { operationId: crypto.randomUUID(), buyerSiret: 'own' }, /valeur de la liste/],
  ['a holder without SIRET', { holderName: 'Bâtir', buyerSiret: 'own' }, /numéro SIRET, à 14 chiffres/],
] as const) {
  test(`${what} is refused beside its field, nothing is written, nothing fails`, async () => {
    const count = (await house.admin.query('select from market')).rowCount;
    const own = await siretOf(house, house.buyer.organisation);
    const typed = 'buyerSiret' in fields && fields.buyerSiret === 'own' ? { ...fields, buyerSiret: own } : fields;
    const sent = await visit(house.app, house.facilitator).submit(door, { ...basic, ...typed });
    assert.equal(sent.status, 422, sent.text.slice(0, 300));
    assert.match(sent.text, says);
    assert.equal((await house.admin.query('select from market')).rowCount, count);
    assert.deepEqual(house.failures, []);
  });
}

test('sending the same form three times registers one market', async () => {
  const visitor = visit(house.app, house.facilitator);
  const key = hiddenKey((await visitor.get(door)).text);
  const fields = {
    ...basic,
    object: 'Trois fois',
    buyerSiret: await siretOf(house, house.buyer.organisation),
  };
  const answers = await Promise.all([1, 2, 3].map(() => visitor.submit(door, fields, { key })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303],
  );
  assert.equal((await marketNamed('Trois fois')).length, 1);
});

test('who does not keep markets is told so', async () => {
  for (const person of [house.clerk, house.company]) {
    assert.equal((await visit(house.app, person).get(door)).status, 403);
  }
});

test('a call-off starts from its framework agreement, of the same buyer only', async () => {
  const visitor = visit(house.app, house.facilitator);
  const buyerSiret = await siretOf(house, house.buyer.organisation);
  await visitor.submit(door, { ...basic, object: 'Accord voirie', kind: 'framework', buyerSiret });
  const [framework] = await marketNamed('Accord voirie');
  const page = await visitor.get(`${door}?accord=${framework.id}`);
  assert.match(page.text, /value="Accord voirie"/);
  const fields = { ...basic, object: 'Bon 1', kind: 'purchase-order', parentId: framework.id };
  assert.equal((await visitor.submit(door, { ...fields, buyerSiret })).status, 303);
  const other = await visitor.submit(door, {
    ...fields,
    buyerSiret: await siretOf(house, house.otherBuyer.organisation),
  });
  assert.equal(other.status, 422);
  assert.match(other.text, /accord-cadre du même acheteur/);
});
