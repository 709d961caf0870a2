import { lazyModule } from '../lazyModule.ts';

/** The numbering plans, fetched when a number is about to be typed. The field works without them. */
export const phoneEngineModule = lazyModule(() =>
  import('./phoneEngine.ts').then((module) => module.phoneEngine),
);
