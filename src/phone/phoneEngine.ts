import { lazyModule } from '../lazyModule.ts';
import type { formatDigits } from './formatDigits.ts';
import type { PhonePlans } from './phonePlans.ts';

/** What knows the world's numbers. The field works without it, only less well. */
export interface PhoneEngine extends PhonePlans {
  format: typeof formatDigits;
}

/** Fetched when a number is about to be typed. */
export const phoneEngineModule = lazyModule(async (): Promise<PhoneEngine> => {
  const [{ phonePlans }, { formatDigits: format }] = await Promise.all([
    import('./phonePlans.ts'),
    import('./formatDigits.ts'),
  ]);
  return { ...phonePlans, format };
});
