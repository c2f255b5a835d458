/** Set by the build (config/index.ts): true only in the H5 page that the local cloud serves. */
declare const LOCAL_BUILD: boolean;

declare module '*.png' {
  const address: string;
  export default address;
}
declare module '*.svg' {
  const address: string;
  export default address;
}
declare module '*.scss';
