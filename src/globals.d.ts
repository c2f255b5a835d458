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
/** On phones the build puts @tarojs/react in its place. */
declare module 'react-dom' {
  export function createPortal(
    children: import('react').ReactNode,
    container: import('@tarojs/runtime').TaroElement,
  ): import('react').ReactPortal;
}
