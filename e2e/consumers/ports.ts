const first = Number(process.env.CONSUMERS_PORT ?? 4181);

/** Where each consumer is served. */
export const CONSUMER_PORTS = { react19: first, react18: first + 1, next: first + 2 };
