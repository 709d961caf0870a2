import { fireEvent } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { afterPaint } from './afterPaint.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

it('calls back once, however often it is asked', () => {
  const callback = vi.fn();
  const { ask } = afterPaint(callback);
  ask();
  ask();
  expect(callback).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(callback).toHaveBeenCalledOnce();
  ask();
  vi.runAllTimers();
  expect(callback).toHaveBeenCalledTimes(2);
});

it.each(['pointerDown', 'keyDown'] as const)(
  'calls back before a %s is heard of, which must not find what was true before',
  (gesture) => {
    const order: string[] = [];
    const { ask } = afterPaint(() => order.push('callback'));
    const hear = () => order.push('gesture');
    document.addEventListener('pointerdown', hear);
    document.addEventListener('keydown', hear);
    ask();
    fireEvent[gesture](document.body);
    vi.runAllTimers();
    fireEvent[gesture](document.body);
    document.removeEventListener('pointerdown', hear);
    document.removeEventListener('keydown', hear);
    expect(order).toEqual(['callback', 'gesture', 'gesture']);
  },
);

it('called off, it never calls back', () => {
  const callback = vi.fn();
  const { ask, callOff } = afterPaint(callback);
  ask();
  callOff();
  fireEvent.pointerDown(document.body);
  vi.runAllTimers();
  expect(callback).not.toHaveBeenCalled();
});
