/** An error as the SDK hands it to the caller's code. */
export interface SdkFailure {
  errCode?: number;
  code?: string;
  errMsg?: string;
  message?: string;
}

/** The failure of a promise that must reject. */
export async function failureOf(work: Promise<unknown>): Promise<SdkFailure> {
  try {
    await work;
  } catch (error) {
    return error as SdkFailure;
  }
  throw new Error('it was accepted');
}
