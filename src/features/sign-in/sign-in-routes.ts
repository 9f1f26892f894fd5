/** The doors that open a session: password, passkey, second step, ProConnect. */
import type { PageRequest, Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { codeInput, passkeyInput, passkeySignInInput, passwordSignInInput, recoveryCodeInput } from './input.ts';
import { drawPasskeySignIn } from './passkey-page.tsx';
import { signInWithPasskey } from './passkey-sign-in.ts';
import { signInWithPassword } from './password-sign-in.ts';
import { leaveForProConnect, returnFromProConnect } from './professional-pages.tsx';
import { drawSecondStep } from './second-step-page.tsx';
import { finishWithCode, finishWithPasskey } from './second-step.ts';
import type { Demonstration } from './sign-in-page.tsx';
import { drawSignIn } from './sign-in-page.tsx';

const gate = { permission: 'sign-in.enter', as: 'gate' } as const;

/** Nothing of what is typed here is kept, not even to recognise a second sending: each proof serves once by itself. */
const typed = { ...gate, once: false } as const;

export function signInDoors(demonstration: Demonstration): Route[] {
  const draw = (request: PageRequest) => drawSignIn(request, demonstration);
  return [
    page({ ...gate, path: '/connexion', view: draw }),
    action({
      ...typed,
      path: '/connexion',
      input: passwordSignInInput,
      story: signInWithPassword,
      afterwards: (moved) => moved,
      page: draw,
    }),
    page({ ...gate, path: '/connexion/cle', throttle: 'search', view: drawPasskeySignIn }),
    action({
      ...typed,
      path: '/connexion/cle',
      input: passkeySignInInput,
      story: signInWithPasskey,
      afterwards: (moved) => moved,
      page: drawPasskeySignIn,
    }),
    page({ ...gate, path: '/connexion/code', throttle: 'search', view: drawSecondStep }),
    action({
      ...typed,
      path: '/connexion/code',
      input: codeInput,
      story: finishWithCode,
      afterwards: (moved) => moved,
      page: drawSecondStep,
    }),
    action({
      ...typed,
      path: '/connexion/code/secours',
      input: recoveryCodeInput,
      story: finishWithCode,
      afterwards: (moved) => moved,
      page: drawSecondStep,
    }),
    action({
      ...typed,
      path: '/connexion/code/cle',
      input: passkeyInput,
      story: finishWithPasskey,
      afterwards: (moved) => moved,
      page: drawSecondStep,
    }),
    page({ ...gate, path: '/connexion/proconnect', throttle: 'search', view: leaveForProConnect }),
    page({ ...gate, path: '/connexion/proconnect/retour', throttle: 'search', view: returnFromProConnect }),
  ];
}
