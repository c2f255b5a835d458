import attributes from '../src/services/aria-attributes.json';

interface Platform {
  platform: string;
  template?: { mergeComponents(ctx: unknown, patch: Record<string, Record<string, string>>): void };
}
interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void;
}

/**
 * Taro's WXML templates drop aria attributes: a screen reader would find views without roles or names.
 * This writes them into the templates; src/services/aria-runtime.ts tells the runtime to fill them.
 */
export default function taroAria(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => platform.template?.mergeComponents(ctx, attributes),
  });
}
