export { presentPhone as contact } from '../src/account/presentPhone.ts';
export * from './phoneFlow.ts';
export * from './presentFlow.ts';
