import type { Command } from './command.ts';

/** A number with every digit that tells it from its neighbours. May hold an exponent, which only SVG takes. */
export function exactNumber(value: number): string {
  return value === 0 ? '0' : String(value);
}

/** `commands` as SVG path data that reads back to the same commands, number for number: absolute, no shorthands. */
export function printExactPathData(commands: readonly Command[]): string {
  return commands.map(printExactCommand).join('');
}

const numbers = (...values: number[]): string => values.map(exactNumber).join(' ');

function printExactCommand(command: Command): string {
  switch (command.kind) {
    case 'move':
      return `M${numbers(command.to.x, command.to.y)}`;
    case 'line':
      return `L${numbers(command.to.x, command.to.y)}`;
    case 'quad':
      return `Q${numbers(command.control.x, command.control.y, command.to.x, command.to.y)}`;
    case 'cubic': {
      const { control1, control2, to } = command;
      return `C${numbers(control1.x, control1.y, control2.x, control2.y, to.x, to.y)}`;
    }
    case 'arc': {
      const { rx, ry, rotation, large, sweep, to } = command;
      return `A${numbers(rx, ry, rotation, large ? 1 : 0, sweep ? 1 : 0, to.x, to.y)}`;
    }
    case 'close':
      return 'Z';
  }
}
