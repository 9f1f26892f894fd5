/** Passwords: long ones pass, known, personal or mechanical ones do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { commonPasswords } from './common-passwords.ts';
import { checkPassword, passwordFaults, passwordPolicy } from './password.ts';

const contextWords = ['Guichet', 'Communauté de Villefictive', 'nadia.martin', 'Rue'];

function first(password: string): string {
  const checked = checkPassword({ password, commonPasswords, contextWords });
  return checked.ok ? 'accepted' : checked.because;
}

test('the policy counts characters, not classes', () => {
  const table: [string, string][] = [
    ['tuile ronde mars', 'accepted'],
    ['bocal vert nuage', 'accepted'],
    ['vélo-tronc-ardoise', 'accepted'],
    ['8Kq!zP0w#Rt5vXyb', 'accepted'],
    ['игла дождь ветер', 'accepted'],
    ['🦊🌧🧱🎺🥕🚲🧲🪁🧶🎻🥝🪵🧀🪣🧭', 'accepted'],
    ['kX9!vB2#qL7$wN', 'password-too-short'],
    ['', 'password-too-short'],
    ['abzkq xwvtd '.repeat(11), 'password-too-long'],
    ['\ud800 bocal vert nuage', 'password-unreadable'],
    ['bocal\0vert nuage doux', 'password-unreadable'],
  ];
  for (const [password, expected] of table) assert.equal(first(password), expected, password);
});

test('fourteen, fifteen, 128 and 129 characters fall on the right side', () => {
  const long =
    'La brouette du cordonnier traverse huit jardins gelés, pendant que trois hérons jouent aux échecs sous un vieux kiosque moussu vert';
  for (const [length, expected] of [
    [14, 'password-too-short'],
    [15, 'accepted'],
    [128, 'accepted'],
    [129, 'password-too-long'],
  ] as const) {
    assert.equal(first([...long].slice(0, length).join('')), expected, String(length));
  }
});

test('well-known passwords are refused in their usual disguises', () => {
  for (const password of [
    'motdepassemotdepasse1',
    'MotDePasseBonjour!',
    'M0tDeP@sse-Soleil2026',
    'Azertyuiop-Bonjour',
    'Bonjour_Marseille13',
    'Je pense, donc je suis.',
    'Liberté Égalité Fraternité',
    'correct horse battery staple',
    'Longtemps je me suis couché',
    'le mot de passe de maman',
    'password-password',
    'Soleil.19850614.!',
    'ceci est un mot de passe',
    'J3 p3ns3 d0nc j3 su1s',
  ]) {
    assert.ok(passwordFaults({ password, commonPasswords, contextWords }).includes('password-common'), password);
  }
});

test('words about the owner do not make a password, nor forbid a long one', () => {
  for (const password of [
    'Guichet-2026-Guichet',
    'nadia.martin-2026!',
    'Villefictive123456',
    'guichetvillefictive',
    'Nadia Martin Guichet',
  ]) {
    assert.ok(passwordFaults({ password, commonPasswords, contextWords }).includes('password-context'), password);
  }
  assert.equal(first('guichet brouette cordonnier'), 'accepted');
  assert.equal(first('rue brouette jardin'), 'accepted');
});

test('repetitions and walks on the keyboard are refused', () => {
  const table: [string, string][] = [
    ['aaaaaaaaaaaaaaaa', 'password-repetition'],
    ['abcabcabcabcabcab', 'password-repetition'],
    ['Xk7!Xk7!Xk7!Xk7!', 'password-repetition'],
    ['brouetteXbrouetteX', 'password-repetition'],
    ['abcdefghijklmnopq', 'password-sequence'],
    ['987654321098765432', 'password-sequence'],
    ['azertyuiopqsdfgh', 'password-sequence'],
    ['mlkjhgfdsqpoiuytreza', 'password-sequence'],
    ['qwertyuiopasdfgh', 'password-sequence'],
    ['aaaabbbbccccddddeeee', 'password-sequence'],
  ];
  for (const [password, fault] of table) {
    const faults: string[] = passwordFaults({ password, commonPasswords, contextWords });
    assert.ok(faults.includes(fault), `${password} ${faults.join()}`);
  }
});

test('the same password typed composed or not gives one text to hash', () => {
  const composed = checkPassword({ password: 'brouéte ardoise lin', commonPasswords, contextWords });
  const apart = checkPassword({ password: 'broue\u0301te ardoise lin', commonPasswords, contextWords });
  assert.ok(composed.ok);
  assert.deepEqual(composed, apart);
});

test('random passwords pass, any repeated short piece fails', () => {
  const random = fc.string({
    unit: fc.constantFrom(...'bdfhkmpqrtvxz2468BDFHKMPQRTVXZ'),
    minLength: 20,
    maxLength: 60,
  });
  fc.assert(
    fc.property(random, (password) => {
      if (new Set(password).size < 9) return;
      assert.equal(first(password), 'accepted', password);
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 14 }), (piece) => {
      const repeated = piece.repeat(Math.ceil(30 / piece.length));
      assert.notEqual(first(repeated), 'accepted');
    }),
    { numRuns: 1000 },
  );
});

test('no text makes the check throw, and what passes is within the policy', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.string({ unit: 'binary' })),
      (password, words) => {
        const checked = checkPassword({ password, commonPasswords, contextWords: words });
        if (!checked.ok) return;
        const { length } = [...checked.value];
        assert.ok(length >= passwordPolicy.shortest && length <= passwordPolicy.longest);
      },
    ),
    { numRuns: 1000 },
  );
});
