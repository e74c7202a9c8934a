import { Component, type ComponentClass, type VNode } from 'preact';

/**
 * A component that is drawn anew only where it says something else. To keep what it drew, and hand that
 * out again, would keep the tree around it as well, with every list that the tree was drawn of.
 */
export function drawnWhere<Props>(
  saysElse: (before: Readonly<Props>, after: Readonly<Props>) => boolean,
  draw: (props: Props) => VNode,
): ComponentClass<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(after: Readonly<Props>): boolean {
      return saysElse(this.props, after);
    }

    override render(): VNode {
      return draw(this.props);
    }
  };
}
