/** Whether a key is an input method's. 229: Safari reports the key that ends a composition after it has ended. */
export const isComposed = ({ isComposing, keyCode }: KeyboardEvent) =>
  isComposing || keyCode === 229;
