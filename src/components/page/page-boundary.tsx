import { Component, type ReactNode } from 'react';
import { CallError } from '@/services/call-error';
import { ErrorBox } from '../error-box/error-box';

interface State {
  failed: boolean;
}

/** A mistake of ours on one page must not leave a blank screen: it says so and offers to draw the page again. */
export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <ErrorBox error={new CallError('INTERNAL')} onRetry={() => this.setState({ failed: false })} />;
  }
}
