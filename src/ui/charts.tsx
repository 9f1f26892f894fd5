/** The door of the charts: each is drawn on the server in SVG, with its words and its figures. */
export { BarChart } from '#ui/charts/bar-chart.tsx';
export { ColumnChart } from '#ui/charts/column-chart.tsx';
export { DepartmentMap } from '#ui/charts/department-map.tsx';
export { LineChart } from '#ui/charts/line-chart.tsx';
export { SpanChart } from '#ui/charts/span-chart.tsx';
