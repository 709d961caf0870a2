import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/react';

// Long enough for a busy machine; a promise that is kept is kept at once.
configure({ asyncUtilTimeout: 10_000 });
