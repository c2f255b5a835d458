import type { ProposalDetail, ProposalKind } from '@contract/proposals';
import { useState } from 'react';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';

/** A proposal as it is being written. */
export interface ProposalForm {
  text: string;
  kind: ProposalKind | null;
  /** Empty: where the form begins. */
  placeId: string;
  photos: string[];
}

/**
 * A new proposal, kept on the phone until it is sent; `sent` is what the server made of it.
 * @param start the place that it is for unless another one is chosen
 */
export function useNewProposal(start: string) {
  const draft = useDraftForm<ProposalForm>('proposal', () => ({
    text: '',
    kind: null,
    placeId: '',
    photos: [],
  }));
  const [sent, setSent] = useState<ProposalDetail | null>(null);
  const command = useCommand('proposals.submit');
  const send = async () => {
    const { text, kind, placeId, photos } = draft.value;
    const proposal = await command.send({
      text: text.trim(),
      kind: kind ?? 'other',
      placeId: placeId || start,
      photos,
    });
    if (!proposal) return;
    draft.drop();
    setSent(proposal);
  };
  return { form: draft.value, change: draft.change, command, send, sent };
}

/** What its author may write anew after it was returned. */
export interface RevisionForm {
  title: string;
  text: string;
  photos: string[];
}

/** The same for a returned one. */
export function useRevision({ id, revision, title, text, photos }: ProposalDetail) {
  const draft = useDraftForm<RevisionForm>(`proposal:${id}`, () => ({ title, text, photos }));
  const [sent, setSent] = useState<ProposalDetail | null>(null);
  const command = useCommand('proposals.revise');
  const send = async () => {
    const proposal = await command.send({ id, revision, ...draft.value });
    if (!proposal) return;
    draft.drop();
    setSent(proposal);
  };
  return { form: draft.value, change: draft.change, command, send, sent };
}
