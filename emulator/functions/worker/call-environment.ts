import { currentCall } from './current-call';

/**
 * Replaces process.env by one in which each call sees its own variables over the instance's. A call's own variables can
 * be changed for that call only; any other assignment stays in the instance, as on the platform.
 */
export function installCallEnvironment(instance: Record<string, string>): void {
  const base: Record<string, string> = { ...instance };
  const holder = (key: PropertyKey) => {
    const call = currentCall()?.environment;
    return call && Object.hasOwn(call, key) ? call : base;
  };
  const environment = new Proxy(base, {
    get: (_, key): unknown => Reflect.get(holder(key), key),
    has: (_, key) => Object.hasOwn(holder(key), key),
    set: (_, key, value) => Reflect.set(holder(key), key, String(value)),
    deleteProperty: (_, key) => Reflect.deleteProperty(holder(key), key),
    ownKeys: () => [...new Set([...Object.keys(base), ...Object.keys(currentCall()?.environment ?? {})])],
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(holder(key), key),
    defineProperty: (_, key, descriptor) => Reflect.set(holder(key), key, String(descriptor.value)),
  });
  Object.defineProperty(process, 'env', { value: environment, configurable: true, enumerable: true });
}
