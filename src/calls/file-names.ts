const SAFE_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Names that Windows keeps for devices, with whatever ending. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a file of this name, plus an ending, can be kept on Linux, macOS and Windows alike. */
export function isSafeName(name: string): boolean {
  return SAFE_NAME.test(name) && !DEVICE_NAME.test(name);
}
