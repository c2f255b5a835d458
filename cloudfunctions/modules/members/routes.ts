import type { Routes } from '../../kernel/route';
import { signIn } from './use-cases/sign-in';
import { meView } from './views';

export const memberRoutes: Routes<'members'> = {
  'members.me': async (context) => meView(context.actor),
  'members.signIn': signIn,
};
