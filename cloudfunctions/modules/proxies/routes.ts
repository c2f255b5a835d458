import type { Routes } from '../../kernel/route';
import { acceptProxy, listHeld, readSlip } from './use-cases/accept-proxy';
import { castByProxy } from './use-cases/cast-by-proxy';
import { confirmPaperProxy, rejectPaperProxy } from './use-cases/check-paper-proxy';
import { endProxy } from './use-cases/end-proxy';
import { enterPaperProxy } from './use-cases/enter-paper-proxy';
import { findHolders, findProxyVoters, listPaperProxies } from './use-cases/list-paper-proxies';
import { offerProxy } from './use-cases/offer-proxy';
import { readProxies } from './use-cases/read-proxies';

export const proxyRoutes: Routes<'proxies'> = {
  'proxies.ofMotion': readProxies,
  'proxies.offer': offerProxy,
  'proxies.slip': readSlip,
  'proxies.accept': acceptProxy,
  'proxies.end': endProxy,
  'proxies.held': listHeld,
  'proxies.cast': castByProxy,
  'proxies.enterPaper': enterPaperProxy,
  'proxies.confirmPaper': confirmPaperProxy,
  'proxies.rejectPaper': rejectPaperProxy,
  'proxies.papers': listPaperProxies,
  'proxies.voters': findProxyVoters,
  'proxies.holders': findHolders,
};
