import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  // Its dependencies lie beside it, shared with the other pages of this React.
  outputFileTracingRoot: join(process.cwd(), '..'),
  poweredByHeader: false,
};

export default config;
