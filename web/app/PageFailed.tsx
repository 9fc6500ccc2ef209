import { Component, type ReactNode } from 'react'

/** Catches what breaks while a page is drawn, such as a part that could not be loaded after a new version. */
export class PageFailed extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="offing-state" role="alert">
        <h1 className="nhsuk-heading-l">This page stopped working</h1>
        <p>Nothing that was saved is lost. Loading the page again often helps, for instance after a new version.</p>
        <button type="button" className="nhsuk-button" onClick={() => window.location.reload()}>
          Load the page again
        </button>
      </div>
    )
  }
}
