/** Whether a key writes something, rather than being a command. */
// The key that a browser presses when it fills in a form has no name.
export const isCharacter = ({ key = '', ctrlKey, metaKey, altKey }: Partial<KeyboardEvent>) =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;
