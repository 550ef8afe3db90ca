import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';

/** 账号. `open` is an account, or `new`; `task` what is being done to it. */
export const accountsPlace = place('/accounts', {
  ...listSearch,
  q: z.string().max(60).default(''),
  state: z.enum(['invited', 'active', 'disabled']).optional(),
  task: z.enum(['change', 'disable', 'enable', 'second-factor']).optional(),
});

/** 成批建账号: from a sheet. */
export const batchPlace = place('/accounts/batch', {});

/** 授权. `open` is a right, or `new`; then `person` is for whom it is asked. */
export const grantsPlace = place('/grants', {
  ...listSearch,
  q: z.string().max(60).default(''),
  state: z.enum(['asked', 'open', 'ended']).optional(),
  role: z.string().max(40).optional(),
  user: z.string().max(60).optional(),
  person: z.string().max(60).optional(),
});

/** 我的账号: password, authenticator, devices. */
export const mePlace = place('/me', {});
